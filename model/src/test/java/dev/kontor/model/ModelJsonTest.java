package dev.kontor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.DatabindException;

class ModelJsonTest {

  private record Priced(BigDecimal price) {}

  @Property
  void decimalsAreWrittenOutInTreesAndDocumentsAlike(
      @ForAll BigInteger digits, @ForAll @IntRange(min = -20, max = 20) int scale) {
    Priced priced = new Priced(new BigDecimal(digits, scale));
    String plain = priced.price().toPlainString();
    assertThat(ModelJson.tree(priced).path("price").asString()).isEqualTo(plain);
    String document = ModelJson.mapper().writeValueAsString(priced);
    assertThat(document).isEqualTo("{\"price\":\"" + plain + "\"}");
    assertThat(ModelJson.mapper().readValue(document, Priced.class).price())
        .isEqualByComparingTo(priced.price());
  }

  /** Written out it would fill memory. */
  @Example
  void decimalOfAbsurdScaleIsRefused() {
    Priced priced = new Priced(new BigDecimal("1E+1000000"));
    assertThatThrownBy(() -> ModelJson.tree(priced))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("scale -1000000");
  }
}
