"""Files and folders: paths, the lock, whole files, the system's errors."""
