package dev.kontor.contract;

import static dev.kontor.contract.Chapter.faultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a connector does not declare must fail with {@link Fault.Unsupported}, in plain words. */
public interface UnsupportedChapter extends Chapter {

  @TestFactory
  default Stream<DynamicTest> undeclaredFailsPolitely() {
    return Stream.of(EntityType.values())
        .map(type -> DynamicTest.dynamicTest(type.key(), () -> undeclared(type)));
  }

  private void undeclared(EntityType type) {
    List<String> wrong = new ArrayList<>();
    try (Connector connector = connect()) {
      Optional<Reader> reader = connector.reader(type);
      reader.ifPresent(r -> readings(r).forEach((a, call) -> refused(type, a, call, wrong)));
      Optional<Writer> writer = connector.writer(type);
      writer.ifPresent(w -> writes(type, w, wrong));
      writer.ifPresent(w -> refused(type, Ability.COMPARE, () -> w.compare(List.of()), wrong));
    }
    assertThat(wrong).as("undeclared, but not refused as unsupported").isEmpty();
  }

  private static Map<Ability, Runnable> readings(Reader reader) {
    return Map.of(
        Ability.READ_CHANGES,
        () -> reader.changes(null, 1),
        Ability.LIST_KEYS,
        () -> reader.keys(null, 1),
        Ability.FIND_BY_ID,
        () -> reader.find(new Identity.NativeId("1")),
        Ability.FIND_BY_REFERENCE,
        () -> reader.find(new Identity.ExternalReference("1")),
        Ability.FIND_BY_MATCH,
        () -> reader.find(new Identity.Match("email:a@b.example")));
  }

  private void refused(EntityType type, Ability ability, Runnable call, List<String> wrong) {
    if (!provider().descriptor().can(type, ability)
        && !(faultOf(call) instanceof Fault.Unsupported unsupported
            && !unsupported.message().isBlank())) {
      wrong.add(ability.name());
    }
  }

  private void writes(EntityType type, Writer writer, List<String> wrong) {
    for (Write.Action action : Write.Action.values()) {
      if (!provider().descriptor().can(type, DescribeChapter.abilityOf(action))) {
        Write write =
            new Write("contract", action, "contract", "1", JsonNodeFactory.instance.objectNode());
        Outcome outcome = writer.write(List.of(write)).getFirst();
        if (!(outcome instanceof Fault.Unsupported)) {
          wrong.add(action.name());
        }
      }
    }
  }
}
