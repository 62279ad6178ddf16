package dev.kontor.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.CertificationPage;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every mutation of a sound connector is caught by the chapter that is there for it. A connector's
 * test extends this as it extends the contract; what it cannot get wrong it says with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MutationsContract {

  private final Map<Mutation, String> caught =
      Collections.synchronizedMap(new EnumMap<>(Mutation.class));

  protected abstract ConnectorProvider provider();

  /** A fresh twin and a way to it. */
  protected abstract TwinBench open();

  /** As of the connector's contract. */
  protected Map<String, String> waivers() {
    return Map.of();
  }

  /** Mutations that change nothing here, each with its reason. */
  protected Map<Mutation, String> harmless() {
    return Map.of();
  }

  @TestFactory
  Stream<DynamicTest> everyMutationIsCaught() {
    return Arrays.stream(Mutation.values())
        .filter(mutation -> whyNot(mutation) == null)
        .map(mutation -> DynamicTest.dynamicTest(mutation.name(), () -> isCaught(mutation)));
  }

  @Test
  void whatIsHarmlessSaysWhy() {
    assertThat(harmless().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  private @Nullable String whyNot(Mutation mutation) {
    if (waivers().containsKey(mutation.chapter().getSimpleName())) {
      return "the chapter is waived";
    }
    return mutation.isPossible(provider().descriptor())
        ? harmless().get(mutation)
        : "the ability is not declared";
  }

  /** The same test passes on the sound connector behind the same wrapping. */
  private void isCaught(Mutation mutation) throws Throwable {
    MutantContract.Failed failed = on(mutation.tampering()).run(mutation, place -> true);
    if (failed == null) {
      throw new AssertionError(mutation + " is not caught by " + mutation.caughtBy());
    }
    MutantContract.Failed sound =
        on(Tampering.NONE).run(mutation, place -> place == failed.place());
    if (sound != null) {
      throw new AssertionError(mutation.caughtBy() + " fails without mutation", sound.cause());
    }
    caught.put(mutation, "`" + mutation.caughtBy() + "`" + about(failed.name()));
    System.out.printf(
        "mutation  %s %s: caught by %s%s%n",
        provider().descriptor().id(), mutation, mutation.caughtBy(), about(failed.name()));
  }

  private static String about(String name) {
    return name.isEmpty() ? "" : ", " + name;
  }

  private MutantContract on(Tampering tampering) {
    return new MutantContract(provider(), tampering, this::open, waivers());
  }

  /** Only if all were tried. */
  @AfterAll
  void thePageSaysWhatCaughtThem() {
    StringBuilder table =
        new StringBuilder("| mutation | the connector … | caught by |\n|---|---|---|\n");
    for (Mutation mutation : Mutation.values()) {
      String why = whyNot(mutation);
      String told = why == null ? caught.get(mutation) : "not tried: " + why;
      if (told == null) {
        return;
      }
      table.append("| `%s` | %s | %s |\n".formatted(mutation, mutation.wrong(), told));
    }
    CertificationPage.keep(
        getClass().getSimpleName(),
        "### %s (`%s`)\n\n%s"
            .formatted(provider().descriptor().title(), getClass().getSimpleName(), table),
        CertificationPage.MORE_MUTATIONS);
  }
}
