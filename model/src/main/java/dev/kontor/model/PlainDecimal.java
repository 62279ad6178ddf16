package dev.kontor.model;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Decimals as strings without an exponent, in documents and trees alike: the library's own way
 * writes 8E+1 into a tree, whatever the mapper was told.
 */
final class PlainDecimal extends StdSerializer<BigDecimal> {

  /** What has more zeros than that is no amount. */
  private static final int MOST_ZEROS = 9999;

  PlainDecimal() {
    super(BigDecimal.class);
  }

  @Override
  public void serialize(BigDecimal value, JsonGenerator generator, SerializationContext context) {
    if (Math.abs((long) value.scale()) > MOST_ZEROS) {
      context.reportMappingProblem("a decimal of scale %d is none to write out", value.scale());
    }
    generator.writeString(value.toPlainString());
  }
}
