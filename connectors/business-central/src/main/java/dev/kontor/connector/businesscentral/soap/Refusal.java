package dev.kontor.connector.businesscentral.soap;

import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A SOAP fault: the page's answer that nothing was done.
 *
 * @param code name of the server's exception
 * @param text its words
 */
record Refusal(String code, String text) {

  /** Faults' codes are told from other errors of the server by it. */
  private static final String PREFIX = "soap:";

  /** Empty if the body is no fault. */
  static Optional<Refusal> of(byte[] answer) {
    return Envelope.content(answer)
        .filter(content -> Xml.is(content, Xml.SOAP, "Fault"))
        .map(
            fault ->
                new Refusal(PREFIX + last(text(fault, "faultcode")), text(fault, "faultstring")));
  }

  private static String text(Element fault, String name) {
    return Xml.children(fault)
        .filter(child -> name.equals(child.getLocalName()))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("")
        .strip();
  }

  /** Of {@code a:Microsoft.Dynamics.Nav.Types.Exceptions.NavNCLDialogException} the last part. */
  private static String last(String code) {
    return code.substring(Math.max(code.lastIndexOf('.'), code.lastIndexOf(':')) + 1);
  }
}
