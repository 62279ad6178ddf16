package dev.kontor.engine.vault;

/** A key is wrapped by a master key that is not at hand. */
public final class MasterMissing extends VaultException {
  MasterMissing(String master) {
    super(
        "Master key "
            + master
            + " is missing; put it back into "
            + MasterKeys.VARIABLE
            + " or the master key file");
  }
}
