package dev.kontor.bench.twins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CountedTest {

  private final Counted counted =
      Counted.of(
          ModelJson.parse(
              """
              {"calls": [
                {"method": "POST", "path": "/api/oauth/token", "count": 2},
                {"method": "POST", "path": "/api/_action/sync", "count": 3},
                {"method": "POST", "path": "/api/search/product", "count": 5}],
               "operations": [
                {"method": "GET", "path": "/items", "count": 7},
                {"method": "POST", "path": "/salesOrders", "count": 4}]}
              """));

  @Test
  void signingInIsNoRequestForTheBudget() {
    assertThat(counted.requests()).isEqualTo(8);
    assertThat(counted.requests("/_action/sync")).isEqualTo(3);
    assertThat(counted.allOperations()).isEqualTo(11);
  }

  @Test
  void theTableBeginsWithTheMostFrequent() {
    assertThat(Counted.table(Map.of("GET /a", 1L, "GET /b", 20L)))
        .isEqualTo("      20  GET /b%n       1  GET /a%n".formatted());
  }
}
