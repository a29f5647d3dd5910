/** Numbers of colours by which people are told apart; the client owns the palette. [RM30] */
import type { AccountId } from "../../domain/ids.ts";
import { PRESENCE_COLOURS } from "./protocol.ts";

export interface Colours {
  /** The colour of somebody who is here with one more connection: as few others as possible wear it. */
  arrive(person: AccountId): number;
  /** One connection of somebody less. */
  leave(person: AccountId): void;
  /** Somebody who was here before the room slept wears this one. */
  restore(person: AccountId, colour: number): void;
}

export function createColours(): Colours {
  const here = new Map<AccountId, { readonly colour: number; connections: number }>();
  /** How many people here wear each. */
  const worn = Array.from({ length: PRESENCE_COLOURS }, () => 0);
  const before = new Map<AccountId, number>();

  function choose(person: AccountId): number {
    // Who comes back has the colour of before, unless somebody here wears it now.
    const known = before.get(person);
    if (known !== undefined && worn[known] === 0) return known;
    return worn.indexOf(Math.min(...worn));
  }

  function seat(person: AccountId, colour: number): void {
    before.set(person, colour);
    here.set(person, { colour, connections: 1 });
    worn[colour] = (worn[colour] ?? 0) + 1;
  }

  return {
    arrive(person) {
      const present = here.get(person);
      if (present !== undefined) {
        present.connections++;
        return present.colour;
      }
      const colour = choose(person);
      seat(person, colour);
      return colour;
    },
    leave(person) {
      const present = here.get(person);
      if (present === undefined || --present.connections > 0) return;
      here.delete(person);
      worn[present.colour] = (worn[present.colour] ?? 1) - 1;
    },
    restore(person, colour) {
      const present = here.get(person);
      if (present === undefined) seat(person, colour);
      else present.connections++;
    },
  };
}
