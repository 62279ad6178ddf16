package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What every chapter of the contract builds on. */
public interface Chapter {

  ConnectorProvider provider();

  TwinBench bench();

  /** Chapters waived, by the chapter's simple name, each with its reason. */
  default Map<String, String> waivers() {
    return Map.of();
  }

  /** One test per entity type that declares the ability; none if the chapter is waived. */
  default Stream<DynamicTest> each(Class<?> chapter, Ability ability, Consumer<EntityType> test) {
    return each(chapter, List.of(ability), test);
  }

  /** One test per entity type that declares all of them. */
  default Stream<DynamicTest> each(
      Class<?> chapter, List<Ability> abilities, Consumer<EntityType> test) {
    if (waivers().containsKey(chapter.getSimpleName())) {
      return Stream.empty();
    }
    return Arrays.stream(EntityType.values())
        .filter(type -> abilities.stream().allMatch(a -> provider().descriptor().can(type, a)))
        .map(type -> DynamicTest.dynamicTest(type.key(), () -> test.accept(type)));
  }

  /** The same for every writing ability declared. */
  default Stream<DynamicTest> eachWrite(Class<?> chapter, WriteTest test) {
    return Arrays.stream(Write.Action.values())
        .flatMap(
            action ->
                each(chapter, Ability.valueOf(action.name()), type -> test.run(type, action)));
  }

  /** The same where another ability is declared beside the writing one. */
  default Stream<DynamicTest> eachWrite(Class<?> chapter, Ability also, WriteTest test) {
    return Arrays.stream(Write.Action.values())
        .flatMap(
            action ->
                each(
                    chapter,
                    List.of(Ability.valueOf(action.name()), also),
                    type -> test.run(type, action)));
  }

  /** A test of one entity type and action. */
  @FunctionalInterface
  interface WriteTest {
    void run(EntityType type, Write.Action action);
  }

  default Connector connect() {
    return provider().connect(bench().settings(), bench().toolbox());
  }

  default Reader reader(Connector connector, EntityType type) {
    return connector.reader(type).orElseThrow(() -> new AssertionError("no reader of " + type));
  }

  default Writer writer(Connector connector, EntityType type) {
    return connector.writer(type).orElseThrow(() -> new AssertionError("no writer of " + type));
  }

  /** The fault a call ends in; fails if it succeeds or throws anything else. */
  static Fault faultOf(Runnable call) {
    FaultException thrown = catchThrowableOfType(FaultException.class, call::run);
    assertThat(thrown).as("the call must end in a fault").isNotNull();
    return thrown.fault();
  }
}
