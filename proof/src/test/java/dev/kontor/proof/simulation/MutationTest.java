package dev.kontor.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes the engine's protections out one by one; each must be missed at once. */
final class MutationTest {

  private static final boolean FULL = Boolean.getBoolean("kontor.full");
  private static final int HISTORIES = FULL ? 4000 : 400;
  private static final int STORMS = 5;

  @TempDir Path directory;

  static List<Mutation> mutations() {
    return Mutation.ALL.stream().filter(m -> FULL || !m.isRare()).toList();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void eachMutationIsCaught(Mutation mutation) throws Exception {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    try (Mutant mutant = Mutant.of(mutation, classes)) {
      String storm = mutant.hunt("storms", directory, STORMS);
      String caught =
          storm.isEmpty()
              ? "simulation, " + mutant.hunt("histories", directory, HISTORIES)
              : "lane storm, " + storm;
      System.out.println("Mutation: " + mutation + " is caught by " + caught);
      assertThat(caught).isNotEqualTo("simulation, ");
    }
  }

  @Test
  void theEngineAsItIsStandsTheStorms() {
    assertThat(Hunt.storms(directory, STORMS)).isEmpty();
  }
}
