package dev.kontor.contract.mutation;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** The chapters on a connector that is tampered with, one test at a time. */
final class MutantContract extends ConnectorContract {

  /**
   * The first test that failed.
   *
   * @param place among the tests of its method
   * @param name of the entity type; empty if the test has none
   */
  record Failed(int place, String name, Throwable cause) {}

  private final ConnectorProvider provider;
  private final Supplier<TwinBench> twin;
  private final Map<String, String> waivers;

  MutantContract(
      ConnectorProvider sound,
      Tampering tampering,
      Supplier<TwinBench> twin,
      Map<String, String> waivers) {
    this.provider = new MutantProvider(sound, tampering);
    this.twin = twin;
    this.waivers = waivers;
  }

  @Override
  public ConnectorProvider provider() {
    return provider;
  }

  @Override
  protected TwinBench open() {
    return twin.get();
  }

  @Override
  public Map<String, String> waivers() {
    return waivers;
  }

  /**
   * Runs a mutation's test as JUnit would, on a twin of its own, until one fails.
   *
   * @param wanted which of the method's tests
   * @return null if all pass, or none applies
   */
  @Nullable Failed run(Mutation mutation, IntPredicate wanted) throws Throwable {
    openBench();
    try {
      Object made = mutation.chapter().getMethod(mutation.test()).invoke(this);
      return made instanceof Stream<?> tests ? firstFailed(tests, wanted) : null;
    } catch (InvocationTargetException e) {
      return new Failed(0, "", e.getTargetException());
    } finally {
      closeBench();
    }
  }

  private static @Nullable Failed firstFailed(Stream<?> tests, IntPredicate wanted) {
    int place = 0;
    for (DynamicTest test : tests.map(DynamicTest.class::cast).toList()) {
      if (wanted.test(place)) {
        try {
          test.getExecutable().execute();
        } catch (TestAbortedException e) {
          // Nothing was tried, so nothing is caught.
        } catch (Throwable e) {
          return new Failed(place, test.getDisplayName(), e);
        }
      }
      place++;
    }
    return null;
  }
}
