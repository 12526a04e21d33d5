declare module 'citeproc'
