package dev.kontor.engine.customer;

import dev.kontor.engine.config.Owner;

/** What a flow from one side of a link to the other does about one attribute. */
enum Verdict {
  /** Nothing: the two differ and nobody changed anything since that was accepted. */
  KEEP,
  /** Nothing but to remember what both show: they say the same, or were just linked. */
  AGREE,
  /** It writes its source's value. */
  WRITE,
  /** It leaves it to the flow the other way, whose source's value holds. */
  YIELD;

  /**
   * The same as seen from either side, save that what one calls to write the other calls to yield.
   *
   * @param owner whose value holds
   * @param source the side the flow reads
   * @param here why the source shows what it shows
   * @param there the same of the target
   * @param newer whether the source changed after the target
   */
  static Verdict of(Owner owner, Owner source, Change here, Change there, boolean newer) {
    if (owner != Owner.LATEST) {
      return owner == source ? WRITE : YIELD;
    }
    if (here == Change.UNKNOWN || there == Change.UNKNOWN) {
      return AGREE;
    }
    if (here == Change.BY_PEOPLE && there == Change.BY_PEOPLE) {
      return newer ? WRITE : YIELD;
    }
    if (here == Change.BY_PEOPLE || there == Change.BY_PEOPLE) {
      return here == Change.BY_PEOPLE ? WRITE : YIELD;
    }
    if (here == Change.OURS && there == Change.OURS) {
      return source == Owner.ERP ? WRITE : YIELD;
    }
    if (here == Change.OURS || there == Change.OURS) {
      return there == Change.OURS ? WRITE : YIELD;
    }
    return KEEP;
  }
}
