package clinic.appointments.local.function;

import java.nio.file.Path;
import java.util.List;

/** The program that runs a handler inside a function's process: what it adds to the process's command. */
public sealed interface RuntimeClient extends AutoCloseable permits NativeClient, JavaClient {

    /** Options of the JVM. */
    List<String> options();

    /** What comes after the function's own class path. */
    List<String> classPath();

    /** The class that is given the handler's name. */
    String mainClass();

    @Override
    void close();

    /** All jars of a folder, as a class path names them. */
    static String jars(Path folder) {
        return folder + "/*";
    }
}
