package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionLintTest {

  private static Optional<String> check(String to, String expression) {
    return ExpressionLint.check(expression, TargetPath.compile(to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unitPrice * quantity",
        "a.gross - a.tax",
        "-price",
        "$sum(lines.totalPrice)",
        "$round(amount, 2)",
        "$number(total)",
        "price / 100",
        "`net` + 1",
        "( $p := price; $p + 1 )",
        "lines.(taxAmount % 2)"
      })
  void arithmeticThatReadsAmountsIsRefused(String expression) {
    assertThat(check("x", expression)).hasValueSatisfying(p -> assertThat(p).contains("$add"));
  }

  @ParameterizedTest
  @CsvSource({"total.gross, a + b", "lines.unitPrice, $sum(x)", "captured, a * 2"})
  void arithmeticThatWritesAmountsIsRefused(String to, String expression) {
    assertThat(check(to, expression)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$add(price, $neg(discount))",
        "position + 1",
        "price >= 0",
        "price > -1",
        "price[0]",
        "lines.*.price",
        "$match(priceLabel, /a+b/)",
        "price ? 'a+b' : \"c*d\"",
        "taxStatus & '/' & x",
        "/* a * b */ price",
        "$contains(price, /[0-9]+/) and x",
        "$map(lines, function($l, $i) { $l.price })",
        "( $f := function($x) { $x.price }; $f(lines) )"
      })
  void soundExpressionsPass(String expression) {
    assertThat(check("x", expression)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "$trimm(a), $trimm",
    "$now(), run to run",
    "$eval(a), run to run",
    "a = null, $exists",
  })
  void unknownUnrepeatableAndMisleadingPartsAreRefused(String expression, String said) {
    assertThat(check("x", expression)).hasValueSatisfying(p -> assertThat(p).contains(said));
  }

  @ParameterizedTest
  @CsvSource({
    "taxStatus, false",
    "priceBasis, false",
    "netto, false",
    "orderTotal, true",
    "TOTAL, true",
    "shipping_costs, true",
    "unitPrice, true",
    "quantity, false",
  })
  void theLastWordOfANameDecides(String name, boolean amount) {
    assertThat(AmountNames.isAmount(name)).isEqualTo(amount);
  }
}
