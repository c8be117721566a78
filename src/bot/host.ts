// What a bot says about itself: which version runs, and how to reach whoever runs it.

export interface Host {
  /** The version in package.json. */
  version: string;
  /** An e-mail address or a web address; missing where the operator gives none. */
  contact?: string;
}
