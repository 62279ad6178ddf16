package dev.kontor.engine.vault;

/** The key was destroyed: the person was erased, or the day's retention is over. */
public final class KeyGone extends VaultException {
  public KeyGone(String message) {
    super(message);
  }
}
