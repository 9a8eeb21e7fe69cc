package dev.crossdock.channels;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every adapter on the class path; nobody keeps a list. */
final class Adapters {

  private static final String PACKAGE = "dev.crossdock.channels.adapters";

  private Adapters() {}

  static List<Channel> all() {
    return instances(Channel.class, PACKAGE);
  }

  /** The fixture in the test twin of the adapter's package. */
  static Optional<ChannelFixture> fixture(Channel channel) {
    return instances(ChannelFixture.class, channel.getClass().getPackageName()).stream().findFirst();
  }

  static <T> List<T> instances(Class<T> port, String basePackage) {
    ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(port));
    List<T> found = new ArrayList<>();
    for (BeanDefinition candidate : scanner.findCandidateComponents(basePackage)) {
      found.add(instance(port, String.valueOf(candidate.getBeanClassName())));
    }
    return found;
  }

  private static <T> T instance(Class<T> port, String className) {
    try {
      Constructor<? extends T> constructor = Class.forName(className).asSubclass(port).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(className + " needs a constructor without parameters", e);
    }
  }
}
