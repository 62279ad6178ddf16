package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What overlays say is written into partners' pages once its document is there. */
class JoinedRowsTest {

  private final PartnerWorld partner = new PartnerWorld();
  private final Writer customers = partner.connector.writer(EntityType.CUSTOMER).orElseThrow();

  @AfterEach
  void close() {
    partner.close();
  }

  private Prepared prepared(String joined) {
    JsonNode content =
        ModelJson.parse("{\"displayName\":\"Anne Ahr\",\"joined\":%s}".formatted(joined));
    return customers.prepare(content, Json.object());
  }

  private JsonNode content(String title) {
    Prepared prepared = prepared("{\"customer\":{\"title\":\"%s\"}}".formatted(title));
    return ((Prepared.Ready) prepared).content();
  }

  private Outcome complete(String id, JsonNode content) {
    Write write = new Write("k", Write.Action.UPDATE, "", id, content, Json.object(), Map.of());
    return customers.write(List.of(write)).getFirst();
  }

  private String created(JsonNode content) {
    assertThat(customers.isCompletedByUpdate(content)).isTrue();
    Write write = new Write("k", Write.Action.CREATE, "", null, content);
    return ((Outcome.Written) customers.write(List.of(write)).getFirst()).id();
  }

  @Test
  void aRowIsMadeOnceAndThenChanged() {
    String id = created(content("Neu"));
    assertThat(partner.rows("customerData")).isEmpty();
    assertThat(complete(id, content("Neu"))).isInstanceOf(Outcome.Written.class);
    JsonNode row = partner.rows("customerData").getFirst();
    assertThat(complete(id, content("Neu"))).isInstanceOf(Outcome.Written.class);
    assertThat(partner.rows("customerData")).as("repeated").containsExactly(row);
    assertThat(complete(id, content("Stamm"))).isInstanceOf(Outcome.Written.class);
    assertThat(partner.rows("customerData"))
        .singleElement()
        .satisfies(now -> assertThat(now.path("title").asString()).isEqualTo("Stamm"));
  }

  @Test
  void aLostAnswerIsMadeUpForByTheNextTry() {
    String id = created(content("Neu"));
    partner.world.twin.dials().only("/v2.0", "POST").set("dropAnswerProbability", BigDecimal.ONE);
    assertThat(complete(id, content("Neu"))).isInstanceOf(Fault.class);
    partner.world.twin.dials().reset();
    assertThat(complete(id, content("Neu"))).isInstanceOf(Outcome.Written.class);
    assertThat(partner.rows("customerData")).hasSize(1);
  }

  @Test
  void whatThePageRefusesIsNamed() {
    String id = created(content("Neu"));
    assertThat(complete(id, content("longer than twenty characters")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, fault -> assertThat(fault.field()).startsWith("joined.customer"));
    assertThat(prepared("{\"customer\":{\"titel\":\"x\"}}").toString())
        .contains("joined.customer.titel", "is no field of customerData");
    assertThat(prepared("{\"kunde\":{\"title\":\"x\"}}").toString())
        .contains("joined.kunde", "names no page");
  }
}
