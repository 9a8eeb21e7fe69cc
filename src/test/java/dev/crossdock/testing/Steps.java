package dev.crossdock.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The steps of a journey whose tests carry {@link Order}: each begins where the one before it ended. A step that is run
 * alone, by name or for a second try, has those before it run first.
 */
final class Steps {

  private final Set<Method> gone = new HashSet<>();

  /** Forgets what has gone: the journey begins anew. */
  void begin() {
    gone.clear();
  }

  /** Goes all the steps before the one that comes next. */
  void before(ExtensionContext context) throws ReflectiveOperationException {
    Method next = context.getRequiredTestMethod();
    if (next.isAnnotationPresent(Order.class)) {
      for (Method step : earlier(next)) {
        if (gone.add(step)) {
          go(step, context.getRequiredTestInstance());
        }
      }
      gone.add(next);
    }
  }

  private static Iterable<Method> earlier(Method next) {
    return Stream.of(next.getDeclaringClass().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Order.class) && place(method) < place(next))
        .sorted(Comparator.comparingInt(Steps::place))
        .toList();
  }

  private static int place(Method step) {
    return step.getAnnotation(Order.class).value();
  }

  private static void go(Method step, Object journey) throws ReflectiveOperationException {
    step.setAccessible(true);
    try {
      step.invoke(journey);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The step before, " + step.getName() + ", did not go", e.getCause());
    }
  }
}
