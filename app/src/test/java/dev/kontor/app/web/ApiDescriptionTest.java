package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API knows every address, its right, its errors and what it takes. */
class ApiDescriptionTest {

  @TempDir private static Path home;
  private static ObservedHub observed;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    description = JsonMapper.shared().readTree(observed.get("/api/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  @Test
  void everyAddressIsDescribedWithItsRightAndItsErrors() {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          described.add(
                              operation.getKey().toUpperCase(java.util.Locale.ROOT)
                                  + " "
                                  + path.getKey());
                          assertThat(operation.getValue().has("x-rights")).isTrue();
                          assertThat(operation.getValue().path("responses").has("400")).isTrue();
                        }));
    Set<String> mapped = new TreeSet<>();
    Address.all(observed.administration.context()).stream()
        .filter(address -> address.path().startsWith("/api/"))
        .filter(address -> !address.path().startsWith("/api/openapi.json"))
        .forEach(address -> mapped.add(address.method() + " " + address.path().replace("{*", "{")));
    assertThat(described).containsAll(mapped);
  }

  @Test
  void everyFieldThatIsSentIsDescribed() {
    ApiScan scan = new ApiScan(description);
    for (JsonNode path : description.path("paths")) {
      for (JsonNode operation : path) {
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        scan.schema(body)
            .path("properties")
            .properties()
            .forEach(
                field ->
                    assertThat(field.getValue().path("description").asString(""))
                        .as("%s of %s", field.getKey(), body)
                        .isNotEmpty());
      }
    }
  }
}
