package dev.kontor.engine.vault;

/** A payload or key cannot be sealed or opened; the message holds no personal data. */
public class VaultException extends RuntimeException {
  public VaultException(String message) {
    super(message);
  }

  public VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
