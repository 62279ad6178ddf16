package dev.kontor.contract;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Notes what of the contract ran and how it went, and holds the certification page to it. */
final class RunRecorder implements InvocationInterceptor, AfterAllCallback {

  private final List<Ran> all = Collections.synchronizedList(new ArrayList<>());
  private final Set<Method> methods = Collections.synchronizedSet(new java.util.HashSet<>());
  private volatile @Nullable ConnectorContract contract;
  private volatile boolean failed;

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    begun(extension);
    noted(invocation, extension.getRequiredTestMethod(), "");
  }

  @Override
  public <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    begun(extension);
    return invocation.proceed();
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext context,
      ExtensionContext extension)
      throws Throwable {
    Method method =
        Stream.iterate(extension, e -> e.getParent().orElseThrow())
            .flatMap(e -> e.getTestMethod().stream())
            .findFirst()
            .orElseThrow();
    noted(invocation, method, extension.getDisplayName());
  }

  private void begun(ExtensionContext extension) {
    contract = (ConnectorContract) extension.getRequiredTestInstance();
    methods.add(extension.getRequiredTestMethod());
  }

  private void noted(Invocation<@Nullable Void> invocation, Method method, String type)
      throws Throwable {
    Class<?> chapter = method.getDeclaringClass();
    try {
      invocation.proceed();
      all.add(new Ran(chapter, type, null));
    } catch (TestAbortedException e) {
      String why = Objects.requireNonNullElse(e.getMessage(), "not tried");
      all.add(new Ran(chapter, type, why.replaceFirst("^Assumption failed: ", "")));
      throw e;
    } catch (Throwable e) {
      failed = true;
      throw e;
    }
  }

  /** Only of a run of every chapter without failures: another says nothing about the connector. */
  @Override
  public void afterAll(ExtensionContext extension) {
    ConnectorContract ran = contract;
    Set<String> names = methods.stream().map(Method::getName).collect(Collectors.toSet());
    boolean whole = Chapters.tests().allMatch(test -> names.contains(test.getName()));
    if (ran != null && whole && !failed) {
      new RunReport(ran, List.copyOf(all)).keep(extension.getRequiredTestClass().getSimpleName());
    }
  }
}
