package dev.kontor.engine.audit;

/** A row's place in the chain; transaction ids grow within an epoch only. */
record Position(int epoch, long xid, long id) {
  static final Position START = new Position(0, 0, 0);

  @Override
  public String toString() {
    return epoch + "/" + xid + "/" + id;
  }
}
