package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop's article becomes an item by Business Central's own names and rules. */
class ItemWriterTest {

  private final PartnerWorld partner = new PartnerWorld();
  private final Writer writer = partner.connector.writer(EntityType.PRODUCT).orElseThrow();

  @AfterEach
  void close() {
    partner.close();
  }

  private static Writer.Draft draft(@Nullable String id, String change) {
    return new Writer.Draft(PartnerWorld.article(change), Json.object(), id);
  }

  private Outcome write(@Nullable String id, String change) {
    Write.Action action = id == null ? Write.Action.CREATE : Write.Action.UPDATE;
    JsonNode content =
        ((Prepared.Ready) writer.prepareAll(List.of(draft(id, change))).getFirst()).content();
    return writer.write(List.of(new Write("k", action, "N-1", id, content))).getFirst();
  }

  private JsonNode item() {
    return partner
        .world
        .call("GET", "items?$filter=number eq 'N-1'&$expand=itemVariants", "")
        .at("/value/0");
  }

  @Test
  void itIsMadeWholeOnceAndThenChangedWhereItDiffers() {
    String id = ((Outcome.Written) write(null, "{}")).id();
    assertThat(write(null, "{}")).isInstanceOf(Outcome.Written.class);
    assertThat(item().path("taxGroupCode").asString()).isEqualTo("VAT19");
    assertThat(item().path("unitPrice").decimalValue()).isEqualByComparingTo("8.40336");
    assertThat(item().at("/itemVariants/0/code").asString()).isEqualTo("ROT");
    assertThat(writer.compare(List.of(draft(id, "{}"))).getFirst()).isEqualTo(Standing.SAME);
    String change = "{\"displayName\":\"Schale\",\"joined\":{\"item\":{\"title\":\"Web\"}}}";
    assertThat(writer.compare(List.of(draft(id, change))).getFirst())
        .isInstanceOfSatisfying(
            Standing.Other.class,
            other ->
                assertThat(other.fields())
                    .extracting(Standing.Field::name)
                    .containsExactly("displayName", "joined.item.title"));
    assertThat(write(id, change)).isInstanceOf(Outcome.Written.class);
    assertThat(item().path("displayName").asString()).isEqualTo("Schale");
    assertThat(partner.rows("itemData")).hasSize(1);
  }

  @Test
  void whatTheErpOwnsIsLeftAndWhatTheShopTookBackIsBlank() {
    String id = ((Outcome.Written) write(null, "{}")).id();
    write(id, "{\"gtin\":null,\"leaves\":[\"gtin\"]}");
    assertThat(item().path("gtin").asString()).isEqualTo("4006381333931");
    write(id, "{\"gtin\":null}");
    assertThat(item().path("gtin").asString()).isEmpty();
    partner.world.call("DELETE", "items(" + id + ")", "");
    assertThat(write(id, "{}")).isInstanceOf(Fault.Missing.class);
  }
}
