// Recognizes the files that editors, operating systems and version control leave in a folder.

/**
 * Whether a name is that of a stray file or folder: hidden (".DS_Store", "._votes.yaml" of macOS, ".#votes.yaml"
 * of Emacs, ".votes.yaml.swp" of Vim, "..data" of a Kubernetes ConfigMap, ".git"), a backup ("votes.yaml~"), an
 * autosave ("#votes.yaml#"), or the "lost+found" of a volume.
 */
export const isStray = (name: string): boolean => /^\.|~$|^#.*#$|^lost\+found$/.test(name);
