package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a mapped document; what is wrong is {@link Fault.Invalid} by its path. */
public record Fields(JsonNode node, String path) {

  /** The whole document. */
  public static Fields of(JsonNode document) {
    return new Fields(document, "");
  }

  /** The same of an element or part of it. */
  public Fields at(String field) {
    return new Fields(node.path(field), name(field));
  }

  /** The elements of this list; none if it is absent. */
  public Stream<Fields> each() {
    return IntStream.range(0, node.size())
        .mapToObj(i -> new Fields(node.path(i), path + "[" + i + "]"));
  }

  public String name(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** Null if absent, null or blank. */
  public @Nullable String text(String field) {
    JsonNode value = node.path(field);
    String text = value.isValueNode() && !value.isNull() ? value.asString("") : "";
    return text.isBlank() ? null : text;
  }

  /**
   * @throws FaultException if it is absent or blank
   */
  public String required(String field) {
    String text = text(field);
    if (text == null) {
      throw wrong(field, "is missing");
    }
    return text;
  }

  /** Null if absent; a decimal string or a number. */
  public @Nullable BigDecimal decimal(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw wrong(field, "is no number; write it like 12.50");
    }
  }

  /**
   * @throws FaultException if it is absent
   */
  public BigDecimal requiredDecimal(String field) {
    BigDecimal decimal = decimal(field);
    if (decimal == null) {
      throw wrong(field, "is missing");
    }
    return decimal;
  }

  public FaultException wrong(String field, String problem) {
    return new FaultException(new Fault.Invalid(name(field), problem, null));
  }
}
