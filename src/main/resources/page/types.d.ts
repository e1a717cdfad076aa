/** What the modules of the page hand to one another. For the type check only; it is not served. */

export type Json = any;

export interface Municipality {
  id: string;
  name: string;
  county: string;
  tile?: { column: number; row: number };
  longitude?: number;
  latitude?: number;
  language?: string;
  indicators: Record<string, Record<string, number | 's'>>;
}

export interface Dataset {
  id: string;
  title: string;
  counties: Record<string, string>;
  municipalities: Municipality[];
  byId: Map<string, Municipality>;
  /** Those of a document that carries its figures. */
  of: Json;
  /** Whether its true boundaries are known. */
  boundaries: boolean;
  year: number;
  /** All of them, once they were asked for. */
  indicators?: { id: string; years: { year: number }[] }[];
}

export interface Place {
  municipality: string;
  name: string;
  county: string;
  persons: number;
  minors: number;
  target: number;
  cap: number;
  binding: string[];
}

export interface Candidate {
  municipality: string;
  selected: boolean;
  persons: number;
  target: number;
  cap: number;
  loss: number | null;
  by?: 'solve' | 'certificate';
  /** Of a loss that is not known: the certificate's lower limit. */
  atLeast?: number;
}

export interface Result {
  scenario: string;
  status: 'OPTIMAL' | 'FEASIBLE' | 'INFEASIBLE' | 'UNKNOWN';
  stopped: string | null;
  proof: string | null;
  objective: number | null;
  bound: number | null;
  gap: number | null;
  fit: Json;
  totals: {
    candidates: number;
    selected: number;
    persons: number;
    minors: number;
    minorsMunicipalities: number;
  };
  places: Place[];
  filledIn: { municipality: string; indicator: string; value: number; from: string }[];
  certificate: Json;
  conflict: Json;
  solver: Json;
  candidates?: Candidate[];
}

export interface Answer {
  result: Result;
  byId: Map<string, Place>;
  candidates: Map<string, Candidate>;
  milliseconds: number;
}

export interface Source {
  kind: 'demo' | 'scenario' | 'allocation';
  id: string;
}

export interface Fault {
  pointer: string;
  detail: string;
  allowed?: Json;
}

/** A solve that takes longer than a preview may. */
export interface Run {
  /** Of its allocation, once there is one. */
  id: string;
  doc: Json;
  /** By the page's clock, in milliseconds. */
  begun: number;
  incumbent: number | null;
  bound: number | null;
  seconds: number;
  /** Ends it, for another document is on screen. */
  cancel(): void;
}

export interface State {
  source: Source;
  /** The scenario as it is kept. */
  base: Json;
  /** The scenario as it is on screen. */
  doc: Json;
  dataset: Dataset | null;
  /** The result of a kept allocation, when the address names one. */
  kept: Result | null;
  /** Of the scenario as it is kept. */
  saved: Answer | null;
  /** The last one with numbers. */
  answer: Answer | null;
  /** The last result, whatever its status. */
  last: Result | null;
  faults: Fault[];
  local: Map<string, string>;
  view: string;
  mode: string;
  selected: string | null;
  locked: Set<string>;
  sort: { column: string; down: boolean };
  /** The mode of the map that gave the order. */
  sortedBy: string;
  filter: string;
  offline: boolean;
  needsKey: boolean;
  readOnly: string;
  notice: string;
  price: { id: string; units: number | null } | null;
  /** What one more of each rule without a multiplier brings, in units, for a document; null where nothing satisfies the rules then. */
  prices: { doc: Json; known: Map<string, number | null> } | null;
  /** What the service says of a municipality, for a result in a language. */
  words: { id: string; doc: Json; objective: number | null; language: string; layers: { sentence: string; paragraph: string; figures: string[] } } | null;
  /** The kept allocation of a document, whose explanations and files are asked for as long as the document is on screen. */
  explained: { id: string; doc: Json } | null;
  /** The long solve under way. */
  run: Run | null;
  /** What the views keep of the address, by the names that store.js gives them. */
  own: Record<string, string>;
  language: string;
  tableOnly: boolean;
  /** Whether the map shows true boundaries, where they are known. */
  borders: boolean;
}

/** A module that shows a view; store.js has the list. */
export interface View {
  /** Draws into the host, and again after every answer, selection and change of the address. */
  show(host: HTMLElement, state: State, on: any): void;
  /** Told when another view takes its place, so that what it has under way ends. */
  left?(): void;
}

/** What is open on screen and is no part of the state that a link names. */
export interface Ui {
  search: { text: string; open: boolean; active: number };
  open: Set<string>;
  /** What shows the insides of the folded groups, once it is there. */
  folded: any;
  /** What shows an unusual state, once it is there. */
  troubles: any;
  /** The document at the beginning of a drag, and whether the drag has its entry in the history. */
  dragged: { doc: Json; pushed: boolean } | null;
  menu: boolean;
  naming: boolean;
}
