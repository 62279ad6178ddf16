package dev.kontor.engine.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A target that quotes what it is given, in every answer. */
class DiscreetWriterTest {

  private static final JsonNode OF_ANNA = named("Anna");
  private static final JsonNode OF_BERT = named("Bert");

  private final DiscreetWriter writer = new DiscreetWriter(new Quoting());

  private static JsonNode named(String name) {
    return ModelJson.mapper().createObjectNode().put("displayName", name);
  }

  private static Write write(JsonNode content) {
    return new Write("key", Write.Action.CREATE, "ref", null, content);
  }

  /** Refuses each and quotes it; a batch of three as a whole. */
  private static final class Quoting implements Writer {
    @Override
    public int maxBatch() {
      return 3;
    }

    @Override
    public Prepared prepare(JsonNode content, JsonNode model) {
      return content.equals(OF_ANNA)
          ? new Prepared.Ready(content, List.of("cut: Anna"))
          : new Prepared.Refused(fault(content));
    }

    @Override
    public List<Outcome> write(List<Write> batch) {
      if (batch.size() == maxBatch()) {
        throw new FaultException(fault(batch.getLast().content()));
      }
      return batch.stream().<Outcome>map(write -> fault(write.content())).toList();
    }

    private static Fault fault(JsonNode content) {
      return new Fault.Invalid("displayName", "Value: " + content.path("displayName"), null);
    }
  }

  @Test
  void refusalsOfEachAndOfAllQuoteNothing() {
    assertThat(writer.write(List.of(write(OF_ANNA), write(OF_BERT))))
        .extracting(outcome -> ((Fault) outcome).message())
        .containsOnly("displayName: Value: \"•••\"");
    assertThatThrownBy(() -> writer.write(List.of(write(OF_ANNA), write(OF_ANNA), write(OF_BERT))))
        .isInstanceOf(FaultException.class)
        .hasMessage("displayName: Value: \"•••\"");
  }

  @Test
  void soDoNotesAndRefusalsBefore() {
    List<Prepared> answers =
        writer.prepareAll(
            List.of(new Writer.Draft(OF_ANNA, OF_ANNA), new Writer.Draft(OF_BERT, OF_BERT)));
    assertThat(answers)
        .satisfiesExactly(
            ready -> assertThat(((Prepared.Ready) ready).notes()).containsExactly("cut: •••"),
            no -> assertThat(((Prepared.Refused) no).fault().message()).doesNotContain("Bert"));
  }
}
