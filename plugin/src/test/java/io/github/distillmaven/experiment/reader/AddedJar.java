package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import io.github.distillmaven.extension.Component;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs every test of a class as if a jar with the components that the class holds lay beside the plugin: in a class loader of its own,
 * which finds them. The components are public, static, and have a public constructor, as those of a jar.
 */
public final class AddedJar implements InvocationInterceptor {

    private static final String OURS = "io.github.distillmaven.";

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        invocation.skip();
        Path services = Files.createTempDirectory("jar");
        try (Loader loader = new Loader(services)) {
            for (Class<?> component : context.getTargetClass().getDeclaredClasses()) {
                if (Component.class.isAssignableFrom(component) && !Modifier.isAbstract(component.getModifiers())) {
                    register(component, services);
                }
            }
            Class<?> test = loader.loadClass(context.getTargetClass().getName());
            var constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method method = test.getDeclaredMethod(context.getExecutable().getName());
            method.setAccessible(true);
            method.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            FileUtils.deleteDirectory(services.toFile());
        }
    }

    private static void register(Class<?> component, Path services) throws IOException {
        Class<?> kind = kind(component);
        Path file =
                Files.createDirectories(services.resolve("META-INF/services")).resolve(kind.getName());
        Files.writeString(file, component.getName() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What it is to be found as: for what a kind holds, the kind. */
    private static Class<?> kind(Class<?> component) {
        Class<?> type = Arrays.stream(component.getInterfaces())
                .filter(Component.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        return type.isMemberClass() ? type.getEnclosingClass() : type;
    }

    /** Loads the plugin's classes anew, so that they look for components here. */
    private static final class Loader extends URLClassLoader {

        Loader(Path services) throws IOException {
            super(new URL[] {services.toUri().toURL()}, AddedJar.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
