package dev.kontor.engine.load;

/**
 * How far an initial load has come.
 *
 * @param isFed whether all keys of the source have been read
 * @param keys documents it was begun for
 * @param written of them to the target since
 * @param open of them are worked on by themselves
 * @param waiting for what a person must bring about, as the end of a dry run
 * @param dead letters
 */
public record Progress(boolean isFed, long keys, long written, long open, long waiting, long dead) {

  /** Nothing will happen any more without a person. */
  public boolean isOver() {
    return isFed && open == 0;
  }

  /** Those of which the target had or needed nothing new. */
  public long unchanged() {
    return keys - written - open - waiting - dead;
  }

  /** Those that no longer stand in a lane. */
  public long done() {
    return keys - open - waiting - dead;
  }
}
