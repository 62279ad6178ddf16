package dev.kontor.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes the engine's protections out one by one; each must be missed at once. */
final class MutationTest {

  @TempDir Path directory;

  static List<Mutation> mutations() {
    return Mutation.ALL;
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void eachMutationIsCaught(Mutation mutation) throws Exception {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    try (Mutant mutant = Mutant.of(mutation, classes)) {
      String caught = mutant.hunt(mutation.hunt(), directory, mutation.which());
      Figures.print("Mutation: " + mutation + " is caught by " + caught);
      assertThat(caught).isNotEmpty();
    }
  }

  @Test
  void theEngineAsItIsStandsTheStorms() {
    assertThat(Hunt.storms(directory, Mutation.STORMS)).isEmpty();
  }

  @Test
  void theEngineAsItIsLeavesNobodyBehindInACrowd() {
    assertThat(Hunt.crowds(directory, 0)).isEmpty();
  }

  @Test
  void theEngineAsItIsPlaysEveryScene() throws IOException {
    for (int i = 0; i < Scene.ALL.size(); i++) {
      assertThat(Hunt.scene(directory, i)).isEmpty();
    }
  }
}
