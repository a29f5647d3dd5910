/** Refused: one line on standard error, exit 1. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Exit 2, with the list of commands. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}
