package dev.kontor.bench.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

  private static long between(String shown) {
    return Difference.between(
        ModelJson.parse(shown),
        ModelJson.parse(
            """
            [{"itemNumber": "A", "quantity": 3}, {"itemNumber": "A", "quantity": -1},
             {"itemNumber": "B", "quantity": 0}]
            """));
  }

  @Test
  void entriesOfAnArticleAddUp() {
    assertThat(between("{\"A\": 2, \"B\": 0, \"only in the shop\": 9}")).isZero();
  }

  @Test
  void anotherFigureAndAMissingOneDiffer() {
    assertThat(between("{\"A\": 3, \"B\": 0}")).isEqualTo(1);
    assertThat(between("{\"A\": 2}")).isEqualTo(1);
    assertThat(between("{}")).isEqualTo(2);
  }
}
