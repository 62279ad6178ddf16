package dev.kontor.spi;

/** Carries a {@link Fault} out of a reader or a whole call. No stack trace is shown to a person. */
public final class FaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // faults are never serialised, they end in the ledger as JSON
  private final Fault fault;

  public FaultException(Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
