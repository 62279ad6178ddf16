package dev.kontor.twin.businesscentral.soap;

/** A refused operation; all of it is undone. */
final class SoapFault extends RuntimeException {

  private static final String EXCEPTIONS = "Microsoft.Dynamics.Nav.Types.Exceptions.";

  private final String code;

  /**
   * @param exception name of the server's exception
   */
  SoapFault(String exception, String text) {
    super(text);
    this.code = EXCEPTIONS + exception;
  }

  /** A request that is not as the service's description says. */
  static SoapFault malformed(String text) {
    return new SoapFault("NavXmlDeserializationException", text);
  }

  String code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
