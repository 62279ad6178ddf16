package dev.kontor.app.hub;

/** The database belongs to another installation, so nothing may be written on its account. */
public final class NotOursException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotOursException(String reason) {
    super(
        reason
            + "\nThe hub does not start, so that a copy never writes to the connected systems."
            + " To make this database this installation's own: ./kontor adopt");
  }
}
