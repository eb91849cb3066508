/**
 * Why a file could not be written, and how to mend it; Node's own messages repeat the path and the system call.
 *
 * @throws the error itself where it has no code: then it is none of the system's, but a bug
 */
export function writeReason(error: unknown): [message: string, hint: string | null] {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  switch (code) {
    case 'ENOSPC':
      return ['could not be saved: the disk is full', 'make room, or save it elsewhere'];
    case 'EDQUOT':
      return ['could not be saved: your disk quota is used up', 'make room, or save it elsewhere'];
    case 'EACCES':
    case 'EPERM':
      return ['may not be written', 'check the permissions of its folder, or save it elsewhere'];
    case 'EROFS':
      return ['is on a disk that can only be read', 'save it elsewhere'];
    case 'ENOENT':
      return [
        'would be in a folder that does not exist',
        'make the folder first, or save it elsewhere',
      ];
    case 'ENOTDIR':
      return [
        'would be in a folder that does not exist',
        'a part of its path is a file, not a folder',
      ];
    case 'EISDIR':
      return ['is a folder, not a file', 'give the file a name'];
    case 'ENAMETOOLONG':
      return ['has too long a name', null];
    case 'ELOOP':
      return ['is a symbolic link that leads back to itself', null];
    default:
      return [`could not be saved (${code})`, null];
  }
}
