package dev.kontor.proof.story;

/**
 * One planted difference.
 *
 * @param subject what it is about
 */
record Plant<S>(Kind<S> kind, S subject) {

  void grow() {
    kind.grown().accept(subject);
  }

  /** The number it is named by. */
  String spoil() {
    return kind.spoiled().apply(subject);
  }
}
