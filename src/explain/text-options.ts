/** What an answer adds beyond what was asked. */
export interface TextOptions {
  /** Adds what the cited claims say. */
  readonly verbose: boolean;
}
