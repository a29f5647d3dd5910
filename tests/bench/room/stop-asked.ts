/** Whether the parent wants the present load to come to its end. */
let asked = false;

export const askToStop = (): void => void (asked = true);
export const forgetStop = (): void => void (asked = false);
export const stopAsked = (): boolean => asked;
