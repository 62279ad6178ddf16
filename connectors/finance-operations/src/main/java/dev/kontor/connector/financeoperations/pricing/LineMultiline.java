package dev.kontor.connector.financeoperations.pricing;

/** The parameter that says what becomes of a line and a multiline discount together (rule D4). */
public enum LineMultiline {
  LINE,
  MULTILINE,
  MAX,
  MIN,
  LINE_PLUS_MULTILINE,
  LINE_TIMES_MULTILINE;

  Discount combine(Discount line, Discount multiline, Switches.SoleDiscount sole) {
    boolean alone = line.isNone() || multiline.isNone();
    if (alone && sole == Switches.SoleDiscount.GIVEN) {
      return line.isNone() ? multiline : line;
    }
    return switch (this) {
      case LINE -> line;
      case MULTILINE -> multiline;
      case MAX ->
          new Discount(
              line.percent().max(multiline.percent()), line.amount().max(multiline.amount()));
      case MIN ->
          new Discount(
              line.percent().min(multiline.percent()), line.amount().min(multiline.amount()));
      case LINE_PLUS_MULTILINE ->
          new Discount(
              line.percent().add(multiline.percent()), line.amount().add(multiline.amount()));
      case LINE_TIMES_MULTILINE ->
          new Discount(
              Discount.successive(line.percent(), multiline.percent()),
              line.amount().add(multiline.amount()));
    };
  }
}
