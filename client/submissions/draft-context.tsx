/** The draft that the page is about: as it was read last, with the text it speaks of. */
import { createContext, createMemo, useContext, type Accessor, type JSX } from "solid-js";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { clausePlaces, type ClausePlace } from "../../domain/submissions/clause-places.ts";
import type {
  ItemView,
  SubmissionText,
  SubmissionView,
} from "../../domain/submissions/submissions.contract.ts";
import { textsOf } from "../ui/locale.ts";
import { submissionTexts } from "./submissions.intl.ts";

/** A clause, or `whole` for what is about the draft as a whole. */
export type Place = Cid | "whole";

export interface Draft {
  readonly view: Accessor<SubmissionView>;
  readonly clauses: Accessor<readonly Clause[]>;
  readonly places: Accessor<readonly ClausePlace[]>;
  readonly placeOf: (cid: Cid) => ClausePlace | undefined;
  readonly itemsAt: (place: Place) => readonly ItemView[];
  /** `Pasal 7 ayat (1) huruf a`, or the words for the whole draft. */
  readonly labelOf: (item: Pick<ItemView, "cid" | "itemCid">) => string;
  /** Whether the reader may change it now. */
  readonly editable: Accessor<boolean>;
  /** Puts in an item as it came back from a write. */
  readonly putItem: (item: ItemView) => void;
  readonly dropItem: (itemId: string) => void;
  readonly put: (view: SubmissionView) => void;
  readonly reload: () => void;
}

const DraftContext = createContext<Draft>();

export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("useDraft: this part is rendered outside <DraftProvider>.");
  return draft;
}

export function DraftProvider(props: {
  view: SubmissionView;
  text: SubmissionText;
  put: (view: SubmissionView) => void;
  reload: () => void;
  children: JSX.Element;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const places = createMemo(() => clausePlaces(props.text.clauses));
  const byCid = createMemo(() => new Map(places().map((place) => [place.cid, place])));
  // Items that did not change stay the same objects, so that what is being typed beside them stays.
  const view = createMemo<SubmissionView>((before) => {
    const known = new Map(before?.items.map((item) => [JSON.stringify(item), item]));
    return { ...props.view, items: props.view.items.map((item) => known.get(JSON.stringify(item)) ?? item) };
  });
  // What a write changed besides: the revision that sending names is read again.
  const withItems = (items: readonly ItemView[]) => {
    props.put({ ...view(), items });
    props.reload();
  };

  return (
    <DraftContext.Provider
      value={{
        view,
        clauses: () => props.text.clauses,
        places,
        placeOf: (cid) => byCid().get(cid),
        itemsAt: (place) => view().items.filter(({ cid }) => (cid ?? "whole") === place),
        labelOf: ({ cid, itemCid }) => {
          if (cid === null) return t().wholeDraft;
          const place = byCid().get(cid);
          const inside = place?.inside.find((each) => each.cid === itemCid);
          return inside?.label ?? place?.label ?? t().goneClause;
        },
        editable: () => view().state === "drafting" && view().consultation.phase === "open",
        putItem: (item) => {
          const known = view().items.some(({ id }) => id === item.id);
          withItems(
            known ? view().items.map((each) => (each.id === item.id ? item : each)) : [...view().items, item],
          );
        },
        dropItem: (itemId) => withItems(view().items.filter(({ id }) => id !== itemId)),
        put: (next) => props.put(next),
        reload: () => props.reload(),
      }}
    >
      {props.children}
    </DraftContext.Provider>
  );
}
