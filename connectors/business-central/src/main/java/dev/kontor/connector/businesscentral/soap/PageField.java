package dev.kontor.connector.businesscentral.soap;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/**
 * One field of a page.
 *
 * @param options names of an option's values, in their order; empty for other kinds
 */
record PageField(String name, Kind kind, List<String> options) {

  /** The option's value without a name. */
  private static final String BLANK = "_blank_";

  private static final String NO_DATE = "0001-01-01";

  PageField {
    options = List.copyOf(options);
  }

  /**
   * A value as it is sent.
   *
   * @param value null and blank are what the page has before anything is entered
   * @throws FaultException {@link Fault.Invalid} if the field cannot hold it
   */
  String sent(JsonNode value) {
    String text = value.isNull() ? "" : value.asString("");
    return switch (kind) {
      case TEXT -> characters(text);
      case DECIMAL -> text.isBlank() ? "0" : number(text).toPlainString();
      case WHOLE -> text.isBlank() ? "0" : whole(text);
      case TRUTH -> text.isBlank() ? "false" : oneOf(text, List.of("true", "false"));
      case DATE -> text.isBlank() ? NO_DATE : characters(text.strip());
      case OPTION -> oneOf(text.isBlank() ? BLANK : text, options);
      case OTHER -> throw wrong("cannot be written by a SOAP page service; leave it out");
    };
  }

  private String characters(String text) {
    if (!text.codePoints().allMatch(PageField::isXml)) {
      throw wrong("holds a control character, which XML cannot carry; correct the text");
    }
    return text;
  }

  /** XML 1.0, production 2; half a surrogate pair is none. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw wrong("is no number; write it with a point for decimals");
    }
  }

  private String whole(String text) {
    try {
      return number(text).toBigIntegerExact().toString();
    } catch (ArithmeticException e) {
      throw wrong("is no whole number");
    }
  }

  private String oneOf(String text, List<String> allowed) {
    if (!allowed.contains(text)) {
      throw wrong("is none of " + String.join(", ", allowed));
    }
    return text;
  }

  private FaultException wrong(String problem) {
    return new FaultException(new Fault.Invalid(name, problem, null));
  }

  /**
   * A value as the page shows it.
   *
   * @throws NumberFormatException if it shows another than its description says
   */
  JsonNode shown(String text) {
    return switch (kind) {
      case DECIMAL, WHOLE -> DecimalNode.valueOf(new BigDecimal(text.strip()));
      case TRUTH -> BooleanNode.valueOf(text.strip().equals("true"));
      case OPTION -> StringNode.valueOf(text.equals(BLANK) ? "" : text);
      case DATE -> StringNode.valueOf(text.startsWith(NO_DATE) ? "" : text);
      case TEXT, OTHER -> StringNode.valueOf(text);
    };
  }
}
