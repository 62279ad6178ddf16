package dev.kontor.contract;

import static dev.kontor.contract.Chapter.faultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Throttling, outages, expired tokens and refused credentials each get their own diagnosis. */
public interface TroubleChapter extends Chapter {

  @TestFactory
  default Stream<DynamicTest> tooManyRequestsIsThrottled() {
    return each(
        TroubleChapter.class,
        Ability.FIND_BY_ID,
        type ->
            assertThat(faultUnder(TwinBench.Trouble.THROTTLED, type))
                .isInstanceOf(Fault.Throttled.class));
  }

  @TestFactory
  default Stream<DynamicTest> anErrorOfTheServerIsUnavailable() {
    return each(
        TroubleChapter.class,
        Ability.FIND_BY_ID,
        type ->
            assertThat(faultUnder(TwinBench.Trouble.SERVER_ERROR, type))
                .isInstanceOf(Fault.Unavailable.class));
  }

  @TestFactory
  default Stream<DynamicTest> aCutConnectionIsUnavailable() {
    return each(
        TroubleChapter.class,
        Ability.FIND_BY_ID,
        type ->
            assertThat(faultUnder(TwinBench.Trouble.RESET, type))
                .isInstanceOf(Fault.Unavailable.class));
  }

  @TestFactory
  default Stream<DynamicTest> anExpiredTokenIsRenewed() {
    return each(
        TroubleChapter.class,
        Ability.FIND_BY_ID,
        type -> {
          TwinBench.Placed placed = bench().place(type);
          try (Connector connector = connect()) {
            assertThat(find(connector, type, placed)).isEqualTo(1);
            bench().expireTokens();
            assertThat(find(connector, type, placed)).isEqualTo(1);
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> wrongCredentialsAreSignInRefused() {
    return each(
        TroubleChapter.class,
        Ability.FIND_BY_ID,
        type ->
            assertThat(faultWith(bench().wrongSecret(), type))
                .isInstanceOf(Fault.SignInRefused.class));
  }

  private int find(Connector connector, EntityType type, TwinBench.Placed placed) {
    return reader(connector, type).find(new Identity.NativeId(placed.id())).size();
  }

  private Fault faultUnder(TwinBench.Trouble trouble, EntityType type) {
    TwinBench.Placed placed = bench().place(type);
    bench().trouble(trouble, type);
    try (Connector connector = connect()) {
      return faultOf(() -> find(connector, type, placed));
    } finally {
      bench().trouble(TwinBench.Trouble.NONE, type);
    }
  }

  private Fault faultWith(Settings settings, EntityType type) {
    TwinBench.Placed placed = bench().place(type);
    try (Connector connector = provider().connect(settings, bench().toolbox())) {
      return faultOf(() -> find(connector, type, placed));
    }
  }
}
