package dev.kontor.contract;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Leaves a long property to {@code -Dkontor.full=true}. */
public final class FullRunOnly implements SkipExecutionHook {

  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    return Boolean.getBoolean("kontor.full")
        ? SkipResult.doNotSkip()
        : SkipResult.skip("runs with -Dkontor.full=true");
  }
}
