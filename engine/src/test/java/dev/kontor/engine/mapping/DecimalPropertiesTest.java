package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecimalPropertiesTest {

  private static final Bench BENCH = new Bench();
  private static final Mapping COPY =
      BENCH.mapping(
          """
          - {to: plain, path: x}
          - {to: text, path: x, as: decimal}
          - {to: through, expr: x}
          - {to: nested, expr: "list[0].x"}
          """);
  private static final Mapping MODEL =
      BENCH.mappingTo(
          "model.stock-level",
          """
          - {to: sku, const: A}
          - {to: quantity, const: "1"}
          - {to: terms, each: list, rules: [{to: term, const: t}, {to: quantity, path: x}]}
          """);
  private static final Mapping SUMS =
      BENCH.mapping(
          """
          - {to: sum, expr: "$add(a, b)"}
          - {to: back, expr: "$sub($add(a, b), b)"}
          - {to: product, expr: "$mul(a, b)"}
          - {to: negated, expr: "$neg($neg(a))"}
          """);

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<BigInteger> digits =
        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(24).negate(), BigInteger.TEN.pow(24));
    return Combinators.combine(digits, Arbitraries.integers().between(0, 12))
        .as((unscaled, scale) -> new BigDecimal(unscaled, scale).toPlainString());
  }

  @Property
  void decimalStringsSurviveByteForByte(@ForAll("decimals") String text) {
    String document = "{\"x\":\"%s\",\"list\":[{\"x\":\"%s\"}]}".formatted(text, text);
    var result = COPY.apply(ModelJson.parse(document), BENCH);

    assertThat(result.properties())
        .allSatisfy(f -> assertThat(f.getValue().asString()).isEqualTo(text));
    assertThat(MODEL.apply(ModelJson.parse(document), BENCH).at("/terms/0/quantity").asString())
        .isEqualTo(text);
  }

  @Property
  void numberTokensKeepEveryDigit(@ForAll("decimals") String token) {
    String document = "{\"x\":%s,\"list\":[{\"x\":%s}]}".formatted(token, token);
    var result = COPY.apply(ModelJson.parse(document), BENCH);

    assertThat(result.properties())
        .allSatisfy(f -> assertThat(Decimals.of(f.getValue())).contains(new BigDecimal(token)));
    assertThat(MODEL.apply(ModelJson.parse(document), BENCH).at("/terms/0/quantity").asString())
        .isEqualTo(token);
  }

  @Property
  void moneyFunctionsAgreeWithExactArithmetic(
      @ForAll("decimals") String a, @ForAll("decimals") String b) {
    BigDecimal x = new BigDecimal(a);
    BigDecimal y = new BigDecimal(b);
    var result = SUMS.apply(ModelJson.parse("{\"a\":%s,\"b\":\"%s\"}".formatted(a, b)), BENCH);

    assertThat(result.path("sum").asString()).isEqualTo(x.add(y).toPlainString());
    assertThat(new BigDecimal(result.path("back").asString())).isEqualByComparingTo(x);
    assertThat(result.path("product").asString()).isEqualTo(x.multiply(y).toPlainString());
    assertThat(result.path("negated").asString()).isEqualTo(a);
  }
}
