package dev.kontor.engine.vault;

/** An unwrapped key with its row's id. */
record DataKey(long id, KeyName name, byte[] secret) {
  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
