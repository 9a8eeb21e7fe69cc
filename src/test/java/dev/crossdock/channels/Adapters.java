package dev.crossdock.channels;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every adapter on the class path, and what the tests must know of it; nobody keeps a list. */
final class Adapters {

  private Adapters() {}

  static List<Channel> all() {
    return AdapterScan.adapters();
  }

  /** The fixture in the test twin of the adapter's package. */
  static Optional<ChannelFixture> fixture(Channel channel) {
    ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(ChannelFixture.class));
    return scan.findCandidateComponents(channel.getClass().getPackageName()).stream()
        .map(BeanDefinition::getBeanClassName)
        .map(name -> ClassUtils.resolveClassName(String.valueOf(name), Adapters.class.getClassLoader()))
        .map(type -> (ChannelFixture) BeanUtils.instantiateClass(type))
        .findFirst();
  }
}
